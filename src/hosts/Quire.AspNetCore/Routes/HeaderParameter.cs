namespace Quire.AspNetCore.Routes;

/// <summary>A header that a route reads.</summary>
/// <param name="Name">The name.</param>
/// <param name="Meaning">What it does, for people.</param>
internal sealed record HeaderParameter(string Name, string Meaning);
