namespace Quire.Versioning.Objects;

/// <summary>The names of <see cref="ObjectKind"/> as git writes them.</summary>
public static class ObjectKinds
{
    /// <summary>The kind's name: <c>commit</c>, <c>tree</c>, <c>blob</c> or <c>tag</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no kind.</exception>
    public static string Name(this ObjectKind kind) => kind switch
    {
        ObjectKind.Commit => "commit",
        ObjectKind.Tree => "tree",
        ObjectKind.Blob => "blob",
        ObjectKind.Tag => "tag",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of git object."),
    };

    /// <summary>Reads a kind's name; false where it is none.</summary>
    public static bool TryParse(string? name, out ObjectKind kind)
    {
        kind = name switch
        {
            "commit" => ObjectKind.Commit,
            "tree" => ObjectKind.Tree,
            "blob" => ObjectKind.Blob,
            "tag" => ObjectKind.Tag,
            _ => 0,
        };
        return kind != 0;
    }
}
