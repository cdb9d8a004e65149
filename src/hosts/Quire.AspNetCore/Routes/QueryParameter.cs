namespace Quire.AspNetCore.Routes;

/// <summary>A parameter in the query. What is not declared is refused.</summary>
/// <param name="Name">The name.</param>
/// <param name="Meaning">What it does, for people.</param>
/// <param name="Type">The JSON type: <c>string</c> or <c>integer</c>.</param>
internal sealed record QueryParameter(string Name, string Meaning, string Type);
