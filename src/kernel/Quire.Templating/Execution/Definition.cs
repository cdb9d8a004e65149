using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>A filter, test, method or function: its name, its parameters, and what it does. Bound to syntax when a template is read.</summary>
internal sealed class Definition
{
    /// <summary>A definition that takes any arguments as they come.</summary>
    public Definition(string name, CallableBody body)
    {
        Name = name;
        Body = body;
    }

    /// <summary>A definition with parameters; a name followed by <c>?</c> may be left out.</summary>
    public Definition(string name, string[] parameters, CallableBody body)
    {
        Name = name;
        Body = body;
        Required = parameters.Count(p => !p.EndsWith('?'));
        Parameters = [.. parameters.Select(p => p.TrimEnd('?'))];
    }

    public string Name { get; }

    public CallableBody Body { get; }

    /// <summary>Null where any arguments are taken.</summary>
    public string[]? Parameters { get; }

    public int Required { get; }

    /// <summary>Whether arguments may only be given by position, as to many of Python's built-ins.</summary>
    public bool PositionalOnly { get; init; }

    /// <summary>The printing form; null where there is none.</summary>
    public EmitBody? Emit { get; init; }

    public Value Invoke(RenderContext context, in Value self, in Arguments arguments)
    {
        if (Parameters is null) return Body(context, self, arguments);
        if (arguments.Names.Length == 0 && arguments.Count == Parameters.Length) return Body(context, self, arguments);
        var buffer = new ValueBuffer();
        Span<Value> bound = buffer;
        bound = bound[..Parameters.Length];
        Bind(arguments, bound);
        return Body(context, self, new Arguments(bound, [], []));
    }

    public void Bind(in Arguments arguments, Span<Value> bound)
    {
        if (arguments.Count > Parameters!.Length)
            throw Errors.Type($"{Name}() takes at most {Parameters.Length} argument{(Parameters.Length == 1 ? "" : "s")} ({arguments.Count} given)");
        arguments.Positional.CopyTo(bound);
        bound[arguments.Count..].Clear();
        for (var i = 0; i < arguments.Names.Length; i++)
        {
            var index = PositionalOnly ? -1 : Array.IndexOf(Parameters, arguments.Names[i]);
            if (index < 0) throw Errors.Type($"{Name}() got an unexpected keyword argument '{arguments.Names[i]}'", Suggestions.Hint(arguments.Names[i], Parameters));
            if (!bound[index].IsMissing) throw Errors.Type($"{Name}() got multiple values for argument '{arguments.Names[i]}'");
            bound[index] = arguments.Named[i];
        }
        for (var i = 0; i < Required; i++)
            if (bound[i].IsMissing) throw Errors.Type($"{Name}() missing required argument '{Parameters[i]}'");
    }
}
