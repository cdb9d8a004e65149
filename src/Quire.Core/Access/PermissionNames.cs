using Quire.Core.Errors;

namespace Quire.Core.Access;

/// <summary>Permissions as words: <c>read,compose,write</c>.</summary>
public static class PermissionNames
{
    private static readonly (string Name, Permissions Value)[] Names =
    [
        ("read", Permissions.Read), ("compose", Permissions.Compose), ("preview", Permissions.Preview), ("write", Permissions.Write),
        ("manage", Permissions.Manage), ("keys", Permissions.Keys), ("audit", Permissions.Audit),
    ];

    /// <summary>The words of the permissions.</summary>
    public static IReadOnlyList<string> List(Permissions permissions) =>
        [.. Names.Where(name => permissions.HasFlag(name.Value)).Select(name => name.Name)];

    /// <summary>The words, comma-separated.</summary>
    public static string Format(Permissions permissions) => string.Join(',', List(permissions));

    /// <summary>Reads words; <c>all</c> is every permission.</summary>
    /// <exception cref="QuireException"><c>invalid_permission</c>: a word that is none.</exception>
    public static Permissions Parse(IEnumerable<string> words) =>
        words.Select(word => word.Trim()).Aggregate(Permissions.None, (all, word) => all | One(word));

    private static Permissions One(string word) =>
        word == "all" ? Permissions.All
        : Names.FirstOrDefault(name => name.Name == word) is { Name: not null } found ? found.Value
        : throw new QuireException(ErrorKind.Invalid, "invalid_permission", $"'{word}' is no permission.",
            $"Permissions are all, {string.Join(", ", Names.Select(name => name.Name))}.");
}
