using Quire.Core.Access;
using Quire.Core.Errors;
using Quire.Core.Refs;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes.Planning;

/// <summary>What every move of a ref has to pass.</summary>
internal static class RefGuard
{
    /// <summary>Refuses a move whose caller saw another value.</summary>
    /// <exception cref="QuireException"><c>stale_head</c>, with both values.</exception>
    public static void CheckExpected(string name, ObjectId? expected, ObjectId? actual)
    {
        if (expected == actual)
            return;
        throw new QuireException(new QuireError
        {
            Kind = ErrorKind.Conflict,
            Code = "stale_head",
            Message = $"'{name}' stands at {Show(actual)}, not at {Show(expected)}.",
            Hint = "Read the new head, apply your change to it, and try again.",
            Facts = new Dictionary<string, string> { ["expectedHead"] = expected?.ToString() ?? "", ["actualHead"] = actual?.ToString() ?? "" },
        });
    }

    /// <summary>Refuses to move a protected ref without permission, and to force one at all.</summary>
    /// <exception cref="QuireException"><c>protected</c>.</exception>
    public static void CheckProtection(Principal actor, Ref? current, bool force)
    {
        if (current is not { Protected: true })
            return;
        if (force)
            throw new QuireException(ErrorKind.Forbidden, "protected", $"'{current.Name}' is protected: its history cannot be dropped.");
        if (!actor.Permissions.HasFlag(Permissions.Manage))
            throw new QuireException(ErrorKind.Forbidden, "protected", $"'{current.Name}' is protected: moving it takes the permission manage.");
    }

    private static string Show(ObjectId? id) => id?.ToString() ?? "nothing";
}
