/** Tags as people type them, between commas: in their order, each once. */
export const tagList = (text: string) => [...new Set(text.split(',').map(tag => tag.trim()).filter(tag => tag !== ''))]
