"""Words of speeches: cutting, counting, key words, concordance, the lists of words."""
