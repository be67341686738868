/* Takes the place of the system calls that tell the time of day, in a daemon that this library is preloaded into: its clock is as
 * far off as the fault plan says. Clocks that only ever go forward are left alone. */
