using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Why a value is undefined, for the text of the error that its use makes. The mode stands in the value's bits.</summary>
internal sealed class UndefinedInfo(string? name, string? hint = null, string? owner = null, bool isUnsafe = false)
{
    public string? Name => name;

    public string? Owner => owner;

    public bool IsUnsafe => isUnsafe;

    /// <summary>Whether the name is a key that is not text, so that messages speak of an element.</summary>
    public bool IsElement { get; init; }

    /// <summary>Whether the name was reckoned: then it may be a value of the request and stays out of messages.</summary>
    public bool IsReckoned { get; init; }

    public string Message => IsReckoned ? $"{owner} has no such element" : hint ?? (owner is null ? $"'{name}' is undefined" : IsElement ? $"{owner} has no element {name}" : $"'{owner}' has no attribute '{name}'");

    public static UndefinedMode Mode(in Value value) => (UndefinedMode)value.Bits;

    public static Value Make(UndefinedMode mode, UndefinedInfo info) => new(Tag.Undefined, info, (long)mode);

    public static TemplateException Fail(in Value value)
    {
        var info = value.Ref as UndefinedInfo;
        if (info is null) return Errors.Undefined("value is undefined", null);
        return info.IsUnsafe ? Errors.Security(info.Message) : Errors.Undefined(info.Message, info.Owner is null ? info.Name : null);
    }

    public static void Print(OutputBuffer output, in Value value)
    {
        switch (Mode(value))
        {
            case UndefinedMode.Strict: throw Fail(value);
            case UndefinedMode.Debug: output.Write(Describe(value)); break;
        }
    }

    private static string Describe(in Value value) => value.Ref switch
    {
        UndefinedInfo { HasHint: true } info => $"{{{{ undefined value printed: {info.Message} }}}}",
        UndefinedInfo { Owner: null } info => $"{{{{ {info.Name} }}}}",
        UndefinedInfo info => $"{{{{ no such element: {info.Owner}[{info.KeyRepr}] }}}}",
        _ => "{{ undefined }}",
    };

    private bool HasHint => hint is not null;

    /// <summary>The key as Python would show it; set where the key was not plain text.</summary>
    public string KeyRepr { get; init; } = $"'{name}'";
}
