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
        if (given.Count == 0)
            return given;
        QuireLimits.UserText.Check(given.Values.Sum(text => (long)text.Length), "The user's text");
        if (!given.TryGetValue("", out var text))
            return given;
        var named = new Dictionary<string, string>(given, StringComparer.Ordinal);
        named.Remove("");
        named[PointOf(plan)] = text;
        return named;
    }

    private static string PointOf(ComposePlan plan)
    {
        string? found = null;
        foreach (var point in plan.Declared)
        {
            if (!point.User)
                continue;
            if (found is not null)
                throw Ambiguous(plan);
            found = point.Name;
        }
        return found ?? throw new QuireException(ErrorKind.Invalid, "no_user_point", $"'{plan.Base.Path}' has no merge point that takes user text.", "Leave the user's text out, or give it as a variable.");
    }

    private static QuireException Ambiguous(ComposePlan plan)
    {
        var points = string.Join(", ", plan.Declared.Where(point => point.User).Select(point => point.Name));
        return new QuireException(ErrorKind.Invalid, "ambiguous_user_point", $"'{plan.Base.Path}' has more than one merge point that takes user text: {points}.", "Name the merge point.");
    }
}
