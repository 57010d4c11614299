int main(void) { return ash_copy(1); }
