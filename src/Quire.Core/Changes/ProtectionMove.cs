namespace Quire.Core.Changes;

/// <summary>Protects a branch or tag, or lifts its protection. A protected one is moved with the permission <c>manage</c> only, and by force by nobody.</summary>
/// <param name="Name">The full name of the ref, which has to exist.</param>
/// <param name="Protected">Whether it shall be protected.</param>
public sealed record ProtectionMove(string Name, bool Protected) : Move;
