using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary>Case: <c>upper</c>, <c>lower</c>, <c>title</c>, <c>capitalize</c>, <c>swapcase</c>, <c>casefold</c>.</summary>
internal static class StringCaseMethods
{
    public static readonly Definition[] All =
    [
        Make("upper", PythonCase.Upper),
        Make("lower", PythonCase.Lower),
        Make("title", PythonCase.Title),
        Make("capitalize", PythonCase.Capitalize),
        Make("swapcase", PythonCase.Swap),
        Make("casefold", PythonCase.Fold),
    ];

    private static Definition Make(string name, Func<string, string> change) => new(name, [], (c, in v, in _) =>
    {
        c.AllocateText(v.Text.Length);
        return Markups.Like(v, change(v.Text));
    })
    { PositionalOnly = true };
}
