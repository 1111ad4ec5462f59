// Referring
