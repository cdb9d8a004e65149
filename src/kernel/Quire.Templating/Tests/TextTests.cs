using Quire.Templating.Execution;
using Quire.Templating.Methods;
using Quire.Templating.Values;

namespace Quire.Templating.Tests;

/// <summary><c>lower</c> and <c>upper</c>.</summary>
internal static class TextTests
{
    public static readonly Definition[] All =
    [
        new("lower", [], static (c, in v, in _) => Value.Bool(StringTestMethods.IsLower(c, PythonText.Str(c, v)))),
        new("upper", [], static (c, in v, in _) => Value.Bool(StringTestMethods.IsUpper(c, PythonText.Str(c, v)))),
    ];
}
