using Quire.Prompts.Tokens;

namespace Quire.Core.Composing;

/// <summary>The tokens of a kept output, counted once for the model settings that were last asked for.</summary>
internal sealed class TokenMemo
{
    private Entry? _last;

    /// <summary>What was counted for those settings; null where nothing was.</summary>
    public TokenCount? Find(string? model) => _last is { } last && last.Model == model ? last.Count : null;

    /// <summary>Remembers a count.</summary>
    public void Set(string? model, TokenCount count) => _last = new Entry(model, count);

    private sealed record Entry(string? Model, TokenCount Count);
}
