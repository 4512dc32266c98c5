/**
 * How files are written and folders removed so that nothing is lost and nothing half made stays.
 */
package myna.files;
