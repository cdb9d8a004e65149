namespace Quire.AspNetCore.Routes;

/// <summary>The codes of errors that a route has beside those of every route.</summary>
/// <param name="Codes">Codes of docs/errors.md.</param>
internal sealed record FailureInfo(IReadOnlyList<string> Codes);
