namespace Quire.Templating.Nodes;

/// <summary>What is done with a name.</summary>
internal enum NameContext
{
    Load,
    Store,
    Parameter,
}
