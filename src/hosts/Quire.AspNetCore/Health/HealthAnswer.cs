namespace Quire.AspNetCore.Health;

/// <summary>How the server is.</summary>
/// <param name="Status"><c>ok</c>.</param>
internal sealed record HealthAnswer(string Status);
