using Quire.Prompts.Names;

namespace Quire.Core.Seeding;

/// <summary>A default prompt and where it belongs.</summary>
/// <param name="Item">The prompt.</param>
/// <param name="Path">Its path in the registry.</param>
internal sealed record SeedFile(SeedItem Item, PromptPath Path);
