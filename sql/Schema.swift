/// The schema's migrations, compiled into the binary.
package enum Schema {}
