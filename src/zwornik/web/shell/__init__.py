"""What every page shares: shells, navigation, the way fields look."""
