// Identifying
