print("gasworks")
