using Quire.Composition.Plans;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.Core.Composing;

/// <summary>Gives user text that came without a name to the one merge point that takes it.</summary>
internal static class UserTexts
{
    /// <summary>The texts by merge point.</summary>
    /// <exception cref="QuireException"><c>no_user_point</c>, <c>ambiguous_user_point</c>, <c>too_large</c>.</exception>
    public static IReadOnlyDictionary<string, string> Name(IReadOnlyDictionary<string, string> given, ComposePlan plan)
    {
        QuireLimits.UserText.Check(given.Values.Sum(text => (long)text.Length), "The user's text");
        if (!given.TryGetValue("", out var text))
            return given;
        var points = plan.Declared.Where(point => point.User).Select(point => point.Name).ToList();
        return points.Count switch
        {
            1 => new Dictionary<string, string>(given.Where(entry => entry.Key.Length > 0), StringComparer.Ordinal) { [points[0]] = text },
            0 => throw new QuireException(ErrorKind.Invalid, "no_user_point", $"'{plan.Base.Path}' has no merge point that takes user text.", "Leave the user's text out, or give it as a variable."),
            _ => throw new QuireException(ErrorKind.Invalid, "ambiguous_user_point", $"'{plan.Base.Path}' has more than one merge point that takes user text: {string.Join(", ", points)}.", "Name the merge point."),
        };
    }
}
