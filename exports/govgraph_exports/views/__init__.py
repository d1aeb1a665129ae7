"""HTML views: one file each that opens without any network."""
