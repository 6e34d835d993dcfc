"""The speeches that ship."""
