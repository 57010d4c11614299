/** The builder on a figure's page: choices, the snippets rewritten by them, a preview beside it. */
export {};
