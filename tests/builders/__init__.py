"""Test PDFs made by code: nothing in the project's tree was published by anybody else."""
