namespace Quire.AspNetCore.Errors;

/// <summary>An error that answers may carry.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Status">The status code it comes with.</param>
/// <param name="Meaning">When it happens, for people.</param>
internal sealed record KnownError(string Code, int Status, string Meaning);
