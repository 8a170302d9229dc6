lambda: 
