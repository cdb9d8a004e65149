namespace Quire.Core.Imports;

/// <summary>What a version that comes from elsewhere says.</summary>
public abstract record ImportContent
{
    private protected ImportContent()
    {
    }

    /// <summary>A whole file, kept byte for byte.</summary>
    /// <param name="Path">Its path in the project.</param>
    /// <param name="Bytes">Its content.</param>
    /// <param name="IsExecutable">Whether it may be run.</param>
    public sealed record File(string Path, ReadOnlyMemory<byte> Bytes, bool IsExecutable = false) : ImportContent;

    /// <summary>Parts of a prompt, from which its file is made together with what the prompt says of itself already.</summary>
    /// <param name="Said">The parts.</param>
    public sealed record Parts(ImportParts Said) : ImportContent;
}
