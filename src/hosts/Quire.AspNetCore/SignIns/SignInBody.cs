namespace Quire.AspNetCore.SignIns;

/// <summary>Signs a browser in.</summary>
internal sealed record SignInBody
{
    /// <summary>A key.</summary>
    public required string Key { get; init; }
}
