namespace Quire.Core.Changes;

/// <summary>Protects aliases of a project, or lifts the protection. A protected alias is set, moved and removed with the permission <c>manage</c> only.</summary>
/// <param name="Pattern">The alias, or a pattern such as <c>prod*</c>.</param>
/// <param name="Protected">Whether they shall be protected.</param>
public sealed record AliasProtectionMove(string Pattern, bool Protected) : Move;
