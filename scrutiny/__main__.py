"""`python -m scrutiny` is the same as `scrutiny`."""

from scrutiny.cli import main

if __name__ == "__main__":
    main()
