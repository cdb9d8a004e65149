using Quire.Core.Limits;

namespace Quire.AspNetCore.Git;

/// <summary>Marks a route that git itself calls: the key may come as the password of Basic, and errors are read by people.</summary>
/// <param name="Body">The most that its body may have.</param>
internal sealed record GitRoute(Limit Body);
