"""Small painted parts and delegates that screens are put together from.

They know the look and the plain values they are handed; they must not know registers, services or storage.
"""
