namespace Quire.Bench.Http;

/// <summary>One address under load.</summary>
/// <param name="Url">The address.</param>
/// <param name="Headers">The request's headers.</param>
internal sealed record Target(string Url, IReadOnlyList<string> Headers);
