namespace Quire.Templating.Execution;

/// <summary>The members of <c>loop</c> that are found without a look at their name.</summary>
internal enum LoopMember
{
    None,
    Index,
    Index0,
    First,
    Last,
}
