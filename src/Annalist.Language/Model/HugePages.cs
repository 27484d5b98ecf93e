using System.Runtime.InteropServices;

namespace Annalist.Language;

/// <summary>
/// Asks the system to keep large tables on large pages. A look at a place of a table of megabytes costs a look-up of the page first, on a virtual machine several;
/// with pages of 2 MB these stay in the processor's own table. Only a wish: where the system knows no such pages all works as before.
/// </summary>
internal static partial class HugePages
{
    private const nint Page = 2 << 20;
    private const int Advise = 14, Collapse = 25; // MADV_HUGEPAGE, MADV_COLLAPSE (Linux 6.1 and later)

    private static bool unknown = !OperatingSystem.IsLinux();

    /// <summary>Asks for large pages under an array that stays where it is: a pinned one, or one so large that the collector leaves it.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="array">The array, filled or not; nothing is done for one that covers no whole page.</param>
    public static unsafe void Ask<T>(T[] array)
        where T : unmanaged
    {
        if (unknown || (nint)array.Length * sizeof(T) < Page) return;
        fixed (T* first = array)
        {
            nint start = ((nint)first + Page - 1) & -Page, end = ((nint)first + ((nint)array.Length * sizeof(T))) & -Page;
            if (end <= start) return;
            try
            {
                if (MAdvise(start, end - start, Advise) == 0) _ = MAdvise(start, end - start, Collapse);
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
            {
                unknown = true;
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MAdvise(nint address, nint length, int advice);
}
