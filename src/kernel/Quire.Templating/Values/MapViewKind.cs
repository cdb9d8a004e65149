namespace Quire.Templating.Values;

/// <summary>What a <see cref="MapView"/> shows.</summary>
internal enum MapViewKind
{
    Keys,
    Values,
    Items,
}
