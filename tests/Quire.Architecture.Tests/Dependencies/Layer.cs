namespace Quire.Architecture.Tests.Dependencies;

/// <summary>Where a project of src/ stands; the direction is kernel ← core ← adapter ← host, and kernel ← client ← the Cli.</summary>
internal enum Layer
{
    Kernel,
    Core,
    Adapter,
    Host,
    Client,
}
