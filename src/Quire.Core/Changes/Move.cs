namespace Quire.Core.Changes;

/// <summary>One pointer or annotation that a change moves.</summary>
public abstract record Move
{
    private protected Move()
    {
    }
}
