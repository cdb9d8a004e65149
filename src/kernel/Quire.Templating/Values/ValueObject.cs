namespace Quire.Templating.Values;

/// <summary>Something the engine makes that JSON does not know. Never wraps an object of the host.</summary>
internal abstract class ValueObject
{
    /// <summary>The name of Python's type, as error texts show it.</summary>
    public abstract string TypeName { get; }

    public virtual bool IsTrue => true;

    public virtual bool IsCallable => false;

    /// <summary>Whether it can be hashed, and so be a key of a map.</summary>
    public virtual bool IsHashable => true;

    public virtual string Print() => $"<{TypeName} object>";

    public virtual bool EqualTo(in Value other) => other.Tag == Tag.Object && ReferenceEquals(other.Ref, this);

    public virtual int HashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>The number of items; -1 where it has no length.</summary>
    public virtual long Length => -1;

    /// <summary>An attribute, as <c>x.name</c> finds it before items are looked at; false when it has none of that name.</summary>
    public virtual bool TryGetAttribute(Execution.RenderContext context, string name, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>An item, as <c>x[key]</c> finds it; false when there is none.</summary>
    public virtual bool TryGetItem(Execution.RenderContext context, in Value key, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>A walk over the items; null where it is not iterable.</summary>
    public virtual ValueIterator? Iterate(Execution.RenderContext context) => null;

    public virtual Value Call(Execution.RenderContext context, in Execution.Arguments arguments) =>
        throw Execution.Errors.Type($"'{TypeName}' object is not callable");
}
