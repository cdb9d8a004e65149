using System.Text;

namespace Quire.Templating.Tests.Judge.Support;

/// <summary>Keeps what is under test in a file below artifacts/judge, because a stack overflow leaves nothing else behind.</summary>
internal sealed class CurrentRow : IDisposable
{
    private readonly FileStream _file;

    public CurrentRow(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "judge"));
        _file = new FileStream(Path.Combine(folder.FullName, name + "-current.txt"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public void Is(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _file.Position = 0;
        _file.Write(bytes);
        _file.SetLength(bytes.Length);
    }

    public void Dispose() => _file.Dispose();
}
