"""Charts as plain shapes in millimetres: the paper, the window and the saved picture draw the same ones."""
