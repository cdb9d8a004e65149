using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Calls of values.</summary>
internal static class Calls
{
    public static Value Call(RenderContext context, in Value callee, in Arguments arguments)
    {
        if (callee.Tag == Tag.Object) return callee.Object.Call(context, arguments);
        if (callee.IsUndefined) throw UndefinedInfo.Fail(callee);
        throw Errors.Type($"'{TypeNames.Of(callee)}' object is not callable");
    }
}
