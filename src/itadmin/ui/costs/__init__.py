"""What a year costs, on the screen: summed as one likes, and each sum with what it is made of."""
