using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>What <c>joiner()</c> makes: nothing at the first call, the separator at every other.</summary>
internal sealed class JoinerObject(Value separator) : ValueObject
{
    private bool _used;

    public override string TypeName => "Joiner";

    public override string QualifiedTypeName => "jinja2.utils.Joiner";

    public override bool IsCallable => true;

    public override bool TryGetAttribute(RenderContext context, string name, out Value value)
    {
        value = name switch { "sep" => separator, "used" => Value.Bool(_used), _ => default };
        return !value.IsMissing;
    }

    public override Value Call(RenderContext context, in Arguments arguments)
    {
        if (arguments.Count > 0 || arguments.Names.Length > 0) throw Errors.Type("Joiner.__call__() takes 1 positional argument");
        if (_used) return separator;
        _used = true;
        return Value.EmptyString;
    }
}
