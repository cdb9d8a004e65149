using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>Something the engine makes that JSON does not know. Never wraps an object of the host.</summary>
internal abstract class ValueObject
{
    /// <summary>The name of Python's type, as error texts show it.</summary>
    public abstract string TypeName { get; }

    /// <summary>The same with its module, as messages about missing attributes show it.</summary>
    public virtual string QualifiedTypeName => TypeName;

    public virtual bool IsTrue => Length != 0;

    public virtual bool IsCallable => false;

    /// <summary>Whether it can be hashed, and so be a key of a map.</summary>
    public virtual bool IsHashable => true;

    /// <summary>The number of items; -1 where it has no length.</summary>
    public virtual long Length => -1;

    /// <summary>What printing gives; null where that is the same as <see cref="WriteRepr"/>.</summary>
    public virtual string? PrintedText => null;

    public virtual void WriteRepr(OutputBuffer output, int depth)
    {
        output.Write('<');
        output.Write(TypeName);
        output.Write(" object>");
    }

    public virtual bool EqualTo(in Value other) => other.Tag == Tag.Object && ReferenceEquals(other.Ref, this);

    public virtual int HashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>An attribute, as <c>x.name</c> finds it before items are looked at; false when it has none of that name.</summary>
    public virtual bool TryGetAttribute(RenderContext context, string name, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>An item, as <c>x[key]</c> finds it; false when there is none.</summary>
    public virtual bool TryGetItem(RenderContext context, in Value key, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>A walk over the items; null where it is not iterable.</summary>
    public virtual ValueIterator? Iterate(RenderContext context) => null;

    /// <summary>Membership, as <c>in</c> asks it; null to walk the items.</summary>
    public virtual bool? Contains(RenderContext context, in Value item) => null;

    public virtual Value Call(RenderContext context, in Arguments arguments) =>
        throw Errors.Type($"'{TypeName}' object is not callable");

    /// <summary>The values it keeps alive, for the memory budget.</summary>
    public virtual IEnumerable<Value> Held() => [];
}
