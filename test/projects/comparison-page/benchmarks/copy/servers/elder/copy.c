int main(void) { return elder_copy(1); }
