"""An empty main window, shown and closed: what Qt alone costs.

`konbit bench start` runs this file by its path, so that nothing of Konbit is imported with it.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.show()
    QTimer.singleShot(0, app.quit)
    app.exec()
